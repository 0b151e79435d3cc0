#!/usr/bin/env bash
# Plays years of made-up companies and prints how stall limits and drift alarms do, beside what others ship.
# Usage: tests/stalls.sh [first seed]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_TEST_SEEDS="${1:-50000}" \
  dotnet test tests/RevBot.Pipeline.Tests -c Release --filter FullyQualifiedName~Tests.Simulation. --logger "console;verbosity=detailed"
