/** The way of one page through the services, followed as a W3C trace where a collector is named. */
@NullMarked
package org.jdfwire.contracts.trace;

import org.jspecify.annotations.NullMarked;
