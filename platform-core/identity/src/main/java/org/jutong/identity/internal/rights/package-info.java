/** Roles, grants, and who may do what where and why. */
package org.jutong.identity.internal.rights;
