/** What the services agree on: where messages travel and how they become bytes. */
@NullMarked
package org.jdfwire.contracts;

import org.jspecify.annotations.NullMarked;
