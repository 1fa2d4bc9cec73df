/**
 * Nets as TensorFlow.js stores them, made into ONNX: read the graph, fold its constants, turn one
 * operator at a time. Knows formats and operators; knows nothing of what a net is for, where it
 * came from, or how it is run.
 */
@NullMarked
package io.walkout.models.convert;

import org.jspecify.annotations.NullMarked;
