/** A topic, the smallest news item of a page, and the manifest that lists a page's topics. */
@NullMarked
package org.jdfwire.contracts.topic;

import org.jspecify.annotations.NullMarked;
