/** JDF Wire in separate processes, as in production. */
package org.jdfwire.standalone.fleet;
