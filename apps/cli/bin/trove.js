#!/usr/bin/env node
// The program `trove`. It stands in the repository so that npm links it before anything is built.
import '../dist/main.js';
