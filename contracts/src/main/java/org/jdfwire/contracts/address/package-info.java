/** The one gate for every address that a service connects to on somebody's word: a link, a redirect, a setting. */
@NullMarked
package org.jdfwire.contracts.address;

import org.jspecify.annotations.NullMarked;
