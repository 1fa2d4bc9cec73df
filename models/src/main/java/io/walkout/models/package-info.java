/**
 * Nets and other detectors behind one seam: a picture goes in, plain arrays come out. Knows nothing
 * of stores, tracks or carts.
 */
@NullMarked
package io.walkout.models;

import org.jspecify.annotations.NullMarked;
