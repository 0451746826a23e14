/** Webhooks as Standard Webhooks describes them: who wants which changes, and sending each of them in order. */
@NullMarked
package org.jdfwire.store.webhook;

import org.jspecify.annotations.NullMarked;
