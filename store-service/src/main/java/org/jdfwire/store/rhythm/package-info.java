/** How often issues come, and when the next one is expected. */
@NullMarked
package org.jdfwire.store.rhythm;

import org.jspecify.annotations.NullMarked;
