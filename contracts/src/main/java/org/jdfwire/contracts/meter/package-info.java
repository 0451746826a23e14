/** What all services' metrics have in common, so that one dashboard reads them all. */
@NullMarked
package org.jdfwire.contracts.meter;

import org.jspecify.annotations.NullMarked;
