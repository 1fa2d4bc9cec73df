/**
 * The recording format of docs/recording-format.md: reading and writing, streaming, torn tails
 * included. Knows files and clocks of a recording; knows nothing of other systems' formats or of
 * what the events mean.
 */
@NullMarked
package io.walkout.ingest.recording;

import org.jspecify.annotations.NullMarked;
