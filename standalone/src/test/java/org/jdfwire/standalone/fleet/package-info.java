/** JDF Wire in processes of their own, as in production: any may die, and who reads ends with exactly the journal. */
@NullMarked
package org.jdfwire.standalone.fleet;

import org.jspecify.annotations.NullMarked;
