#!/usr/bin/env bash
# Does 100,000 random commands by random people through every writer, and checks that no deal comes to be where its process forbids it, and that everything can be taken back.
# Usage: tests/commands.sh [commands] [seeds, as in 1,2,3; fresh ones when left out]
set -euo pipefail
cd "$(dirname "$0")/.."
seeds="${2:-$(for _ in $(seq 20); do echo $((RANDOM * 32768 + RANDOM)); done | paste -sd,)}"
echo "seeds $seeds"
REVBOT_COMMANDS="${1:-100000}" REVBOT_COMMANDS_SEEDS="$seeds" \
  dotnet test tests/RevBot.Intents.Tests --filter FullyQualifiedName~RandomCommandTests --logger "console;verbosity=normal"
