/** The latest topics in the formats that feed readers know. */
@NullMarked
package org.jdfwire.store.feed;

import org.jspecify.annotations.NullMarked;
