/**
 * What can be measured on the series of shelf plates: noise, spectra, drift, timing, steps. The
 * same code for real and for simulated plates; it must not know which of them it looks at.
 */
@NullMarked
package io.walkout.bench.realism.plates;

import org.jspecify.annotations.NullMarked;
