/** Fifth step: blocks become topics by a small grammar. */
@NullMarked
package org.jdfwire.parser.topic;

import org.jspecify.annotations.NullMarked;
