/**
 * {@code ./walkout realism}: puts a recording beside simulations of the same store. This room
 * reads, simulates, compares and writes the report; what is measured, and how, is in the rooms
 * below, which must not know which side they look at.
 */
@NullMarked
package io.walkout.bench.realism;

import org.jspecify.annotations.NullMarked;
