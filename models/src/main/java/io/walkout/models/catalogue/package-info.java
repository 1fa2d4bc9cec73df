/**
 * The catalogue of nets and the folder they are kept in: where each comes from, under which
 * licence, how it is brought here, and whether what lies there is still what it was. Runs nothing
 * of a package, opens no tarball whose hash it hasn't checked, and knows nothing of cameras.
 */
@NullMarked
package io.walkout.models.catalogue;

import org.jspecify.annotations.NullMarked;
