/**
 * Scenarios: the language they are written in, the library, mixtures by chance, and scripts that
 * were noted from real shoppers. Turns all of them into plans of people, and refuses what cannot be
 * before anything runs. Knows people and the shop; knows nothing of sensors and recordings.
 */
@NullMarked
package io.walkout.sim.scenario;

import org.jspecify.annotations.NullMarked;
