/**
 * What can be measured on a camera's pictures: light, noise, sharpness, change, silhouettes. The
 * same code for real and for rendered pictures; it must not know which of them it looks at.
 */
@NullMarked
package io.walkout.bench.realism.pictures;

import org.jspecify.annotations.NullMarked;
