#!/usr/bin/env bash
# Asks every sentence of every question file through every door (Slack by HTTP and by socket, Teams, the page in Chromium) and holds the facts against the terminal's.
# Usage: tests/doors.sh [one in]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_TEST_EVERY="${1:-1}" \
  dotnet test tests/RevBot.Tests --filter "FullyQualifiedName~WireQuestionsTests|FullyQualifiedName~PageQuestionsTests" --logger "console;verbosity=detailed"
