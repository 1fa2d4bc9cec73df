/**
 * The nets that Walkout converts, what their inputs and outputs are called, and how it is known
 * that a conversion is right: a stored answer of TensorFlow.js to a picture that is made from a
 * rule. Knows no catalogue, no download and no decoder.
 */
@NullMarked
package io.walkout.models.convert.check;

import org.jspecify.annotations.NullMarked;
