/**
 * Imports case directories of the AutoCheckout competition. The only room that knows that format's
 * inches, base64 and quirks.
 */
@NullMarked
package io.walkout.ingest.autocheckout;

import org.jspecify.annotations.NullMarked;
