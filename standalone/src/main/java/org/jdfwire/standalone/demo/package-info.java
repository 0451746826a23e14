/** A sample site that changes while you watch, and a console that prints what the feed says of it. */
@NullMarked
package org.jdfwire.standalone.demo;

import org.jspecify.annotations.NullMarked;
