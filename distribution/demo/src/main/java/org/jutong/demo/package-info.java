/** The demonstration province: Guizhou with its 98 sites, for a first look at the platform. */
package org.jutong.demo;
