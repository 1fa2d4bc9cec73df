/**
 * From a closed cart to a charged receipt: visits, prices, ledger, charges. Knows nothing of
 * sensors.
 */
@NullMarked
package io.walkout.billing;

import org.jspecify.annotations.NullMarked;
