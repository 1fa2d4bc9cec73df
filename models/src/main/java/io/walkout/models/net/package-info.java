/**
 * Nets in ONNX Runtime: sessions with pinned buffers, pictures written into them without garbage,
 * and the families of nets behind the seams of {@code io.walkout.models}. Knows files and pictures;
 * must not know where a net came from, nor cameras, tracks or people beyond one picture.
 */
@NullMarked
package io.walkout.models.net;

import org.jspecify.annotations.NullMarked;
