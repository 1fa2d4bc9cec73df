/**
 * The catalogue as a model zoo of DJL: nets are loaded by name, with translators from a picture to
 * boxes or joints. For one picture at a time, off the hot path; knows no cameras, and is never
 * asked by a stage of the pipeline.
 */
@NullMarked
package io.walkout.models.zoo;

import org.jspecify.annotations.NullMarked;
