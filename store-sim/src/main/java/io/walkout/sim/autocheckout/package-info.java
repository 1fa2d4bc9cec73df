/**
 * Writes a simulated visit as a case directory in the AutoCheckout format, with the quirks that
 * real directories have. Reads nothing back: that is the importer's work, which it tests.
 */
@NullMarked
package io.walkout.sim.autocheckout;

import org.jspecify.annotations.NullMarked;
