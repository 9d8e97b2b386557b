/** Shows the core's and the plugins' commands at Karaf's shell; nothing else of the platform touches that shell. */
package org.jutong.shell.internal;
