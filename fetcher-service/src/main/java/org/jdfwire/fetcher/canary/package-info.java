/** The canary: a marked sample page that is sent now and then, so that quiet can be told from broken. */
@NullMarked
package org.jdfwire.fetcher.canary;

import org.jspecify.annotations.NullMarked;
