/**
 * Runs the floor tracker over a sequence folder, for the command line and for benchmarks. Knows
 * both sides and nothing else; draws no conclusions.
 */
@NullMarked
package io.walkout.node.floor;

import org.jspecify.annotations.NullMarked;
