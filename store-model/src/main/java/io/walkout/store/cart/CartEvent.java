package io.walkout.store.cart;

/** What the cart resolver tells billing, in event-time order. */
public sealed interface CartEvent permits Assignment, Cart {}
