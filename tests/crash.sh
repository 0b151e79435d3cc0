#!/usr/bin/env bash
# Kills the bot a hundred times (or as many as given) during a replay of 2,000 Slack events, and as often while its alerts and digests are told, and checks that nothing was lost or done twice.
# Usage: tests/crash.sh [kills] [seed]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_CRASH_KILLS="${1:-100}" REVBOT_CRASH_SEED="${2:-1}" \
  dotnet test tests/RevBot.Tests --filter "FullyQualifiedName~CrashTests" --logger "console;verbosity=normal"
