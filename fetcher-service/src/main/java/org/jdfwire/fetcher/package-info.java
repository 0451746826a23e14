/** Decides what to ask for, asks politely, and publishes exact bytes: the configuration that joins the steps. */
@NullMarked
package org.jdfwire.fetcher;

import org.jspecify.annotations.NullMarked;
