#!/usr/bin/env bash
# Compares every figure of every metric with a reckoning of its own on a large demo company: tests/figures.sh [DEALS]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_TEST_DEALS="${1:-200000}" dotnet test tests/RevBot.Tests -c Release --nologo --filter "FullyQualifiedName~Questions.FigureTests|FullyQualifiedName~Every_figure_equals_plain_SQL" --logger "console;verbosity=detailed"
