#!/usr/bin/env bash
# Compares every figure of every metric with a reckoning of its own on a company of 200,000 deals (or as many as given).
# Usage: tests/figures.sh [deals]
set -euo pipefail
cd "$(dirname "$0")/.."
REVBOT_TEST_DEALS="${1:-200000}" \
  dotnet test tests/RevBot.Tests -c Release --filter FullyQualifiedName~Questions.FigureTests --logger "console;verbosity=detailed"
