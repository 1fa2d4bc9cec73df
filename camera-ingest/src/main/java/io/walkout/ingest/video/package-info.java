/** Pictures out of and into ordinary video files, by FFmpeg. The only room that touches FFmpeg. */
@NullMarked
package io.walkout.ingest.video;

import org.jspecify.annotations.NullMarked;
