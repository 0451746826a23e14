/** The source kind inbox: page files dropped into a folder, taken or refused with a reason. */
@NullMarked
package org.jdfwire.fetcher.inbox;

import org.jspecify.annotations.NullMarked;
