/** A MongoDB-protocol server inside the JVM, on disk. */
@NullMarked
package org.jdfwire.standalone.database;

import org.jspecify.annotations.NullMarked;
