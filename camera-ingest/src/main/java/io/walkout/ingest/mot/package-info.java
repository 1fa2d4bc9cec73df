/**
 * MOTChallenge text and the folders of sequences around it: boxes of a detector in, truth and
 * calibrations in, tracks out. Knows the columns, the fields and the ways a file can be wrong;
 * knows nothing of how tracks are made or judged.
 */
@NullMarked
package io.walkout.ingest.mot;

import org.jspecify.annotations.NullMarked;
