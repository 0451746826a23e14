/** Servers under measurement: processes of their own, and what the kernel says of them. */
@NullMarked
package org.jdfwire.bench.process;

import org.jspecify.annotations.NullMarked;
