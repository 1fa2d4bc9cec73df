package io.walkout.store.cart;

/** What the cart resolver tells billing and the shop's people, in event-time order. */
public sealed interface CartEvent permits Assignment, Cart, StoreFinding {}
