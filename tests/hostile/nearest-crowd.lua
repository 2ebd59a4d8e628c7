for i = 1, 3000 do _ENV["word" .. i] = i end
return word3001
