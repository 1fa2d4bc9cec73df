/**
 * What the person tracker tells the rest of the store: who is on the floor, where, with which
 * joints, and who came and went. Knows nothing of shelves or carts.
 */
@NullMarked
package io.walkout.store.people;

import org.jspecify.annotations.NullMarked;
