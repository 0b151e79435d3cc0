#!/usr/bin/env bash
# Lives months of a made-up company over both wires, one for each seed, and checks that alerts and digests disturb nobody, tell nothing twice and leave nothing out.
# Usage: tests/month.sh [seeds, as in 1,2,3]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_MONTH_STEP=15 REVBOT_MONTH_SEEDS="${1:-1,2,3,4,5,6,7,8}" \
  dotnet test tests/RevBot.Tests --filter FullyQualifiedName~AMonthTests --logger "console;verbosity=normal"
