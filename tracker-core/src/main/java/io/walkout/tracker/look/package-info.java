/**
 * Where on a shelf its look changed, from one camera's pictures and its calibration alone: part of
 * the detect stage, before the journal. Keeps mean colours of small cells, and no picture; knows
 * neither products nor people, only boxes that hide what is behind them.
 */
@NullMarked
package io.walkout.tracker.look;

import org.jspecify.annotations.NullMarked;
