do ::a:: do goto b end ::b:: goto a end
