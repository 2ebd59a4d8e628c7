::again::
do local x <close> = nil; goto again end
