/** Which changes and topics a reader asks for. */
@NullMarked
package org.jdfwire.store.filter;

import org.jspecify.annotations.NullMarked;
